// A reporter of Node's tests: a line for each, its time in milliseconds and its name, for `cargo xtask test` to list the
// slowest.

export default async function* times(events) {
  for await (const { type, data } of events) {
    const ended = type === "test:pass" || type === "test:fail";
    if (ended && data.details.type !== "suite") yield `${data.details.duration_ms}\t${data.name.replace(/\s+/g, " ")}\n`;
  }
}
