const windowMs = 60_000;
const linesPerWindow = 20;

type Window = { endsAt: number; lines: number; leftOut: number };
const windows = new Map<string, Window>();

/**
 * Writes a line to the log of a kind that strangers can cause at will: twenty a minute. The first line of a later minute
 * says how many were left out before it.
 * @param kind one of few
 */
export function writeFewLines(kind: string, write: (omitted: { leftOut?: number }) => void): void {
  const now = Date.now();
  const current = windows.get(kind);
  if (current && now < current.endsAt) {
    if (current.lines >= linesPerWindow) current.leftOut += 1;
    else {
      current.lines += 1;
      write({});
    }
    return;
  }
  windows.set(kind, { endsAt: now + windowMs, lines: 1, leftOut: 0 });
  write(current && current.leftOut > 0 ? { leftOut: current.leftOut } : {});
}
