import { randomBytes } from "node:crypto";
import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import type { AccountDocument } from "./account-document.ts";
import { drawSale, type Sale } from "./seed-sale.ts";

/** 4 May 2026, 18:00 UTC. */
const openedSeconds = 1_777_917_600;

const sales: readonly (Omit<Sale, "seconds"> & { minutes: number })[] = [
  { name: "3Rt7PizzaTable7A", minutes: 5, amount: 3_150, what: "Table 7, order 1042" },
  { name: "3Rt7LemonadeTable4A", minutes: 22, amount: 4_600, what: "Table 4, order 1043" },
  { name: "3Rt7TiramisuTable2A", minutes: 41, amount: 1_290, what: "Table 2, order 1044", refunded: 1_290 },
  { name: "3Rt7WineTable9A", minutes: 73, amount: 12_840, what: "Table 9, order 1045", refunded: 2_400 },
  { name: "3Rt7TakeAwayA", minutes: 90, amount: 2_275, what: "Take-away, order 1046" },
];

/** A restaurant's account: verified, and with the payments of one evening. */
export function newAccount({ name }: { name: string }): SandboxAccountSeed {
  return {
    externalId: `acct_1${randomBytes(8).toString("hex")}`,
    label: name,
    objects: accountContents(name),
  };
}

export function accountContents(name: string): SandboxAccountSeed["objects"] {
  const document = {
    displayName: name,
    contactEmail: `${
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, "-")
        .replaceAll(/^-+|-+$/g, "") || "owner"
    }@example.com`,
    country: "nl",
    currency: "eur",
    openedBy: "merchant",
    authorization: "given",
    created: new Date(openedSeconds * 1_000).toISOString(),
    requirements: [],
    deadline: null,
  } satisfies AccountDocument;
  return [
    { kind: "account", id: "account", data: document },
    ...sales.flatMap(({ minutes, ...sale }) => drawSale({ ...sale, seconds: openedSeconds + minutes * 60 })),
  ];
}
