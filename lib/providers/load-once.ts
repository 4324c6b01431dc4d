/**
 * Loads something once for all who ask under its id. What failed is tried again by the next who asks.
 * @param load undefined where there is nothing of this id
 */
export function loadOnce<Part>(
  load: (id: string) => Promise<Part> | undefined,
): (id: string) => Promise<Part | undefined> {
  const loading = new Map<string, Promise<Part>>();
  return async (id) => {
    const begun = loading.get(id) ?? load(id);
    if (!begun || loading.has(id)) return begun;
    loading.set(id, begun);
    begun.catch(() => loading.delete(id));
    return begun;
  };
}
