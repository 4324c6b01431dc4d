import type { RecipeDto } from "#lib/recipes/schema.ts";
import { formatChoice, newEntry } from "./install-names.ts";

type Role = RecipeDto["roles"][number];

/** An entry of an account's list, such as a channel. */
export type RoleEntry = { integrationId: string; id: string; label: string };
/** What can be put in the place of a role: the entries of its list at each account. null = they could not be read. */
export type RoleEntries = Readonly<Record<string, readonly RoleEntry[] | null>>;

interface RoleOptions {
  options: { value: string; label: string }[];
  /** What is chosen at first; empty where a person has to choose. */
  chosen: string;
}

/** The choices of a role by name, and the one that it suggests. */
export function roleOptions(role: Role, entries: readonly RoleEntry[] | null): RoleOptions {
  const { connections, resource, make } = role;
  const hasSeveral = connections.length > 1;
  const getAccountLabel = (id: string) =>
    connections.find(({ integrationId }) => integrationId === id)?.label ?? "";
  if (resource === null) {
    const options = connections.map(({ integrationId, label }) => ({
      value: formatChoice(integrationId, null),
      label,
    }));
    return { options, chosen: options.length === 1 ? (options[0]?.value ?? "") : "" };
  }
  const known = (entries ?? []).map(({ integrationId, id, label: name }) => ({
    value: formatChoice(integrationId, id),
    label: hasSeveral ? `${name} · ${getAccountLabel(integrationId)}` : name,
    name,
  }));
  const created = make
    ? connections.map(({ integrationId, label }) => ({
        value: formatChoice(integrationId, newEntry),
        label: hasSeveral ? `${make.title} · ${label}` : make.title,
        name: "",
      }))
    : [];
  const suggested = known.find(({ name }) => isCalled(name, role.suggestedName));
  const only = known.length === 1 && created.length === 0 ? known[0] : undefined;
  return {
    options: [...known, ...created].map(({ value, label }) => ({ value, label })),
    chosen: (suggested ?? only)?.value ?? "",
  };
}

function isCalled(name: string, wanted: string | null): boolean {
  return wanted !== null && plain(name) === plain(wanted);
}

function plain(name: string): string {
  return name.replace(/^#/, "").trim().toLowerCase();
}
