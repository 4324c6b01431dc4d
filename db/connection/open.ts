import postgres from "postgres";
import { type ConnectionOptions, connectionOptions, type Planning } from "./options.ts";

/**
 * Opens the database of a connection URL; nothing is dialled before the first query.
 * @throws {DatabaseUrlError} for a URL that cannot be understood
 */
export function openPostgres(
  databaseUrl: string,
  overrides: Partial<ConnectionOptions> = {},
  planning: Planning = "each_time",
): postgres.Sql {
  const options: object = { ...connectionOptions(databaseUrl, planning), ...overrides };
  return postgres(options);
}
