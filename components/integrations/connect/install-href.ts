export interface InstallOptions {
  provider: string;
  /** What the connect form asked for. */
  fields?: Readonly<Record<string, unknown>>;
  environment?: "live" | "sandbox";
  /** Connects this integration again, with what was typed the first time unless `fields` says otherwise. */
  integrationId?: string;
  /** new: the app opens an account for the merchant first. */
  way?: "new";
  display?: "popup";
}

/** For a form that the browser sends itself; `via` is the prefix of its fields. */
export function installAction(provider: string): string {
  return `/api/oauth/${encodeURIComponent(provider)}/install`;
}

/** Where a connection begins: the app's own consent page follows. */
export function installHref({ provider, fields = {}, ...options }: InstallOptions): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...fields, ...options })) {
    if (value !== undefined && value !== null && value !== "") query.set(name, String(value));
  }
  const path = installAction(provider);
  return query.size > 0 ? `${path}?${query}` : path;
}
