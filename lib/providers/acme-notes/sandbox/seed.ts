import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";

/** What a merchant finds here at first. */
export function newAccount({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const lists = ["Kitchen", "Bar", "Parties"].map((title, index) => ({
    id: `lst_${index + 1}`,
    name: title,
  }));
  return {
    externalId: slug,
    label: name,
    objects: lists.map((list) => ({ kind: "list", id: list.id, data: list })),
  };
}
