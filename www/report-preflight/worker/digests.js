/**
 * SHA-256 of each part of what is pushed, by the browser, beside what the worker does meanwhile. The core makes
 * one digest of them (`src/output/digest.rs`).
 */
class PartDigests {
  static PART_BYTES = 1 << 18;

  /** @type {Promise<ArrayBuffer>[]} */
  #digests = [];
  #part = new Uint8Array(PartDigests.PART_BYTES);
  #filled = 0;
  #subtle;

  /** @param {SubtleCrypto} subtle */
  constructor(subtle) {
    this.#subtle = subtle;
  }

  /** @param {Uint8Array<ArrayBuffer>} bytes */
  push(bytes) {
    for (let at = 0; at < bytes.length;) {
      const room = PartDigests.PART_BYTES - this.#filled;
      const piece = bytes.subarray(at, at + room);
      at += piece.length;
      if (piece.length === PartDigests.PART_BYTES) {
        this.#add(piece);
        continue;
      }
      this.#part.set(piece, this.#filled);
      this.#filled += piece.length;
      if (piece.length === room) this.#end();
    }
  }

  /** What somebody else hashed. @param {ArrayBuffer[]} digests */
  add(digests) {
    this.#digests.push(...digests.map((digest) => Promise.resolve(digest)));
  }

  /** Forgets all but the first parts. @param {number} keep */
  cut(keep) {
    this.#digests.length = Math.min(keep, this.#digests.length);
    this.#filled = 0;
  }

  /** @returns {Promise<Uint8Array[]>} */
  async all() {
    if (this.#filled > 0) this.#end();
    return (await Promise.all(this.#digests)).map((digest) => new Uint8Array(digest));
  }

  #end() {
    this.#add(this.#part.subarray(0, this.#filled));
    this.#filled = 0;
  }

  /** SubtleCrypto copies the part before it returns. @param {Uint8Array<ArrayBuffer>} part */
  #add(part) {
    this.#digests.push(this.#subtle.digest("SHA-256", part));
  }
}
