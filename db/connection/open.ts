import postgres from "postgres";
import { type ConnectionOptions, connectionOptions } from "./options.ts";

/**
 * Opens the database of a connection URL; nothing is dialled before the first query.
 * @throws {DatabaseUrlError} for a URL that cannot be understood
 */
export function openPostgres(databaseUrl: string, overrides: Partial<ConnectionOptions> = {}): postgres.Sql {
  const options: object = { ...connectionOptions(databaseUrl), ...overrides };
  return postgres(options);
}
