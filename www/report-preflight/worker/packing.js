/** The payload, packed while it is read: gzip, the same bytes as the command line's (`src/output/gzip.rs`). */

/** What the core packs at a time. */
const PACKED_PART_BYTES = 1 << 18;

/**
 * @param {File} file
 * @param {(piece: Uint8Array<ArrayBuffer>) => void} give
 */
async function pack(file, give) {
  const gzip = new wasm_bindgen.Gzip();
  const part = new Uint8Array(PACKED_PART_BYTES);
  let filled = 0;
  give(GZIP_HEADER.slice());
  await readAll(file, {}, (chunk) => {
    for (let at = 0; at < chunk.length;) {
      const piece = chunk.subarray(at, at + part.length - filled);
      part.set(piece, filled);
      at += piece.length;
      filled += piece.length;
      if (filled === part.length) {
        give(gzip.part(part));
        filled = 0;
      }
    }
    return true;
  });
  give(gzip.part(part.subarray(0, filled)));
  give(gzip.end());
}
