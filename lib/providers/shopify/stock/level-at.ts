import type { Message } from "#lib/failures/message.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { tell } from "../words.ts";
import type { Stock, StockLevel } from "./load-stock.ts";

/**
 * The level that is meant: at the location named, or at the only one.
 * @throws {ProviderError} invalid_input where the product is not counted, not kept there, or kept in several places
 */
export function levelAt(stock: Stock, locationId: string | undefined): StockLevel {
  if (!stock.isTracked) {
    throw refused(tell("does_not_count_stock", { title: stock.title }));
  }
  if (locationId !== undefined) {
    const level = stock.levels.find((one) => one.locationId === locationId);
    if (level) return level;
    throw refused(tell("not_kept_location", { title: stock.title }));
  }
  const [only, ...others] = stock.levels;
  if (only && others.length === 0) return only;
  throw refused(
    only
      ? tell("kept_in_several_places", { title: stock.title })
      : tell("kept_no_location", { title: stock.title }),
  );
}

function refused(message: Message): ProviderError {
  return new ProviderError({ kind: "invalid_input", message });
}
