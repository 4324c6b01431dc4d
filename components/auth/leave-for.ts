/**
 * Loads another page afresh in place of this one: what was loaded before the session is of use no longer, and Back does
 * not lead to a form that is done. Never answers, so that the form stays pending until the browser has left.
 */
export function leaveFor(path: string): Promise<never> {
  window.location.replace(path);
  return new Promise<never>(() => {});
}
