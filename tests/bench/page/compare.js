/** Compares payloads line by line, in constant memory: they may be hundreds of megabytes. */

/** @param {Blob} blob */
async function* linesOf(blob) {
  const reader = blob.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const lines = (rest + value).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest) yield rest;
}

/**
 * Where they differ; null when nowhere. The first column is a hash in one and a joined text in the other.
 *
 * @param {Blob} ours
 * @param {Blob} theirs
 */
export async function differ(ours, theirs) {
  const rest = (/** @type {string} */ line) => line.slice(line.indexOf(",") + 1);
  const others = linesOf(theirs);
  let number = 0;
  for await (const line of linesOf(ours)) {
    number += 1;
    const { value, done } = await others.next();
    if (done) return `theirs ends before line ${number}`;
    if (rest(line) !== rest(value)) return `line ${number}: ours ${rest(line)} | theirs ${rest(value)}`;
  }
  return (await others.next()).done ? null : `theirs goes on after line ${number}`;
}
