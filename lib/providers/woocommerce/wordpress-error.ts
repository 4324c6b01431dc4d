import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { plainText } from "./plain-text.ts";

/**
 * The form of each error of the WordPress REST API.
 * https://woocommerce.github.io/woocommerce-rest-api-docs/#errors
 */
const wordPressError = z.looseObject({
  code: z.string(),
  message: z.string(),
  data: z
    .looseObject({
      params: z
        .union([z.record(z.string(), z.string()), z.array(z.string())])
        .optional()
        .catch(undefined),
    })
    .nullish()
    .catch(undefined),
});
export type WordPressError = z.infer<typeof wordPressError>;

const namesOfFields: Readonly<Record<string, string>> = {
  status: "the status",
  line_items: "the products ordered",
  billing: "the customer's details",
  customer_note: "the note",
  stock_quantity: "the number in stock",
  manage_stock: "the stock setting",
  delivery_url: "our address for webhooks",
};

/** null where the body is not an error of WordPress. */
export function readWordPressError(body: unknown): WordPressError | null {
  const error = wordPressError.safeParse(body);
  return error.success ? error.data : null;
}

/** What was wrong with what, for a sentence: `the status (status is not one of …)`. */
export function describeBadFields({ message, data }: WordPressError): string {
  const params = data?.params;
  if (Array.isArray(params)) return `this without ${params.map(nameOf).join(", ")}`;
  const [first] = Object.entries(params ?? {});
  if (first) return `${nameOf(first[0])} (${asPhrase(first[1])})`;
  return `this (${asPhrase(message)})`;
}

function nameOf(field: string): string {
  return lookUp(namesOfFields, field) ?? `“${field}”`;
}

function asPhrase(sentence: string): string {
  return plainText(sentence).replace(/\.$/, "");
}
