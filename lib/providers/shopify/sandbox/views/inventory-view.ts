import { lookUp } from "#lib/look-up.ts";
import { accessDenied, type PageArgs, toConnection } from "../paging.ts";
import type { VariantObject } from "../shop.ts";
import { type Catalogue, findLevels, gid, idIn, levelGid } from "../shop.ts";

type Level = ReturnType<typeof findLevels>[number];

/** InventoryItem, as resolvers of GraphQL. */
export function inventoryItemView(catalogue: Catalogue, variant: VariantObject, scopes: ReadonlySet<string>) {
  const { inventoryItemId: id } = variant;
  const levels = () => {
    if (!scopes.has("read_inventory")) throw accessDenied("inventoryLevels", "read_inventory");
    return findLevels(catalogue, id);
  };
  const view = (level: Level) => levelView(catalogue, variant, level, scopes);
  return {
    id: gid("InventoryItem", id),
    legacyResourceId: id,
    sku: variant.sku,
    tracked: variant.isTracked,
    inventoryLevel: ({ locationId }: { locationId: string }) => {
      const level = levels().find((one) => one.locationId === idIn("Location", locationId));
      return level ? view(level) : null;
    },
    inventoryLevels: (args: PageArgs) =>
      toConnection(
        levels().map((level) => ({
          item: view(level),
          place: { id: level.locationId, value: level.locationId },
        })),
        args,
      ),
  };
}

function levelView(catalogue: Catalogue, variant: VariantObject, level: Level, scopes: ReadonlySet<string>) {
  const id = levelGid(level.locationId, variant.inventoryItemId);
  const amounts: Readonly<Record<string, number>> = {
    available: level.available,
    committed: level.committed,
    on_hand: level.available + level.committed,
    incoming: 0,
    reserved: 0,
  };
  return {
    id,
    item: () => inventoryItemView(catalogue, variant, scopes),
    location: () => locationView(catalogue, level.locationId),
    quantities: ({ names }: { names: string[] }) =>
      names.flatMap((name) => {
        const quantity = lookUp(amounts, name);
        return quantity === undefined ? [] : [{ id: `${id}&name=${name}`, name, quantity }];
      }),
  };
}

export function locationView({ locations }: Catalogue, id: string) {
  const location = locations.find((one) => one.id === id);
  return location ? { id: gid("Location", id), legacyResourceId: id, ...location.data } : null;
}
