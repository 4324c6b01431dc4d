interface ChangeNoteProps {
  now: number | null;
  before: number | null;
}

/** How a number compares with the period before: "12% more", "the same", "none before". */
export function ChangeNote({ now, before }: ChangeNoteProps) {
  return <>{changeText(now, before)}</>;
}

/** The same as text. */
export function changeText(now: number | null, before: number | null): string {
  if (now === null || before === null || (before === 0 && now === 0)) return "";
  if (before === 0) return "none before";
  // A change of sign has no share that would mean anything.
  if (before < 0 !== now < 0 && now !== 0) return "";
  const percent = Math.round(((Math.abs(now) - Math.abs(before)) / Math.abs(before)) * 100);
  if (percent === 0) return "as before";
  const share = Math.abs(percent) > 999 ? "over 999%" : `${Math.abs(percent)}%`;
  return `${share} ${percent > 0 ? "more" : "less"}`;
}
