// Figures, and how they are written down.

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** What `part` of the values, such as 0.95, does not exceed. */
export function quantile(values, part) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
}

/** A table in Markdown, the first column to the left. */
export function table(head, rows) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index ? "--:" : "---"))), ...rows.map(line)].join("\n");
}

/** Milliseconds that `work` takes: the least of `times`, since all that disturbs only adds to it. */
export function least(times, work) {
  const once = () => {
    const begun = performance.now();
    work();
    return performance.now() - begun;
  };
  return Math.min(...Array.from({ length: times }, once));
}
