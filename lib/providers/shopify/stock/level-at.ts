import { ProviderError } from "#lib/providers/provider-error.ts";
import type { Stock, StockLevel } from "./load-stock.ts";

/**
 * The level that is meant: at the location named, or at the only one.
 * @throws {ProviderError} invalid_input where the product is not counted, not kept there, or kept in several places
 */
export function levelAt(stock: Stock, locationId: string | undefined): StockLevel {
  if (!stock.isTracked) {
    throw refused(
      `Shopify does not count the stock of ${stock.title}. Open the product in Shopify and switch "Track quantity" on.`,
    );
  }
  if (locationId !== undefined) {
    const level = stock.levels.find((one) => one.locationId === locationId);
    if (level) return level;
    throw refused(
      `${stock.title} is not kept at that location. Open the product in Shopify and add the location, or choose another.`,
    );
  }
  const [only, ...others] = stock.levels;
  if (only && others.length === 0) return only;
  throw refused(
    only
      ? `${stock.title} is kept in several places. Choose the location.`
      : `${stock.title} is kept at no location. Open the product in Shopify and add one.`,
  );
}

function refused(message: string): ProviderError {
  return new ProviderError({ kind: "invalid_input", message });
}
