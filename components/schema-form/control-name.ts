/** A field's name on the page; its `id` and its link in a summary follow from it. */
export function controlName(prefix: string, path: string): string {
  return `${prefix}.${path}`;
}
