import { z } from "zod";
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

/** null where the body is not an error of WordPress. */
export function readWordPressError(body: unknown): WordPressError | null {
  const error = wordPressError.safeParse(body);
  return error.success ? error.data : null;
}

/** What was wrong: which fields are missing, or which one is, with what WordPress says of it. */
export function badFieldsOf({ message, data }: WordPressError): {
  missing: readonly string[];
  field: string | null;
  remark: string;
} {
  const params = data?.params;
  if (Array.isArray(params)) return { missing: params, field: null, remark: "" };
  const [first] = Object.entries(params ?? {});
  return { missing: [], field: first?.[0] ?? null, remark: asPhrase(first?.[1] ?? message) };
}

function asPhrase(sentence: string): string {
  return plainText(sentence).replace(/\.$/, "");
}
