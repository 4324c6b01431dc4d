/** What lies between a dialog and the page behind it. */
export const scrimStyles = "fixed inset-0 z-40 bg-scrim data-[state=open]:animate-fade-in";

/** A dialog's panel: centred, and at the foot of the screen on a phone, where thumbs are. */
export const dialogStyles = [
  "fixed inset-x-0 top-auto bottom-0 m-0 max-h-[92dvh] w-full max-w-none gap-4 overflow-y-auto rounded-t-panel border border-line [overflow-wrap:anywhere]",
  "bg-raised p-5 pb-[max(1.25rem,env(safe-area-inset-bottom))] text-ink shadow-dialog open:grid open:animate-pop-in",
  "sm:inset-auto sm:top-1/2 sm:left-1/2 sm:w-[calc(100vw-2rem)] sm:max-w-lg sm:-translate-x-1/2",
  "sm:-translate-y-1/2 sm:rounded-panel sm:p-6",
];

/** A small panel that hangs off the thing that opened it. */
export const popupStyles = [
  "z-50 rounded-card border border-line bg-raised text-ink shadow-overlay",
  "data-[state=open]:animate-pop-in data-[state=delayed-open]:animate-pop-in",
];
