const shownWhole = 18;

/** An id short enough for a list: `evt_…c2d3e4f5`. Its end tells ids apart: made in one go, they begin alike. */
export function shortId(id: string): string {
  if (id.length <= shownWhole) return id;
  const prefix = /^[a-z]{2,4}_/.exec(id)?.[0] ?? "";
  return `${prefix}…${id.slice(-8)}`;
}
