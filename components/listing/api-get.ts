import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { listing as t } from "#lib/words/en/screens/listing.ts";

const problemForm = z.object({ detail: z.string(), code: z.string() });

/** Where the API tells a program what to do, a page says what has happened. */
const wordsForPeople = (): Readonly<Record<string, string>> => ({
  database_unavailable: t("words_for_people_patchbay_cannot_reach_database"),
});

/** What `GET /api/…` answered instead of data. `message` is for the merchant. */
export class ApiRefusal extends Error {
  override name = "ApiRefusal";
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads from the app's own API with the session cookie.
 * @param query entries left undefined are not sent
 * @throws {ApiRefusal} for an answer that is not 2xx
 */
export async function apiGet<Schema extends z.ZodType>(input: {
  path: string;
  query?: Readonly<Record<string, string | undefined>>;
  schema: Schema;
  signal: AbortSignal;
}): Promise<z.output<Schema>> {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) params.set(name, value);
  }
  const search = params.size > 0 ? `?${params}` : "";
  const response = await fetch(`${input.path}${search}`, {
    headers: { accept: "application/json" },
    signal: input.signal,
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return input.schema.parse(body);
  const problem = problemForm.safeParse(body);
  if (!problem.success) throw new ApiRefusal(response.status, `Patchbay answered ${response.status}.`);
  const { code, detail } = problem.data;
  throw new ApiRefusal(response.status, lookUp(wordsForPeople(), code) ?? detail);
}
