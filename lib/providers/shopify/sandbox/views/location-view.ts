import { gid } from "../global-ids.ts";
import type { Catalogue } from "../shop-side.ts";

export function locationView({ locations }: Catalogue, id: string) {
  const location = locations.find((one) => one.id === id);
  return location ? { id: gid("Location", id), legacyResourceId: id, ...location.data } : null;
}
