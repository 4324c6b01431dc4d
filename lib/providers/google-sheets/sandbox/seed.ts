import { createHash } from "node:crypto";
import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import { type CellValue, seedRow } from "./cells.ts";
import { newTab, type Spreadsheet } from "./spreadsheet.ts";

const ordersId = "1patchbaySandboxOrdersSpreadsheet00000000001";
const rotaId = "1patchbaySandboxStaffRotaSpreadsheet00000002";

const orders: CellValue[][] = [
  ["Date", "Order", "Table", "Dishes", "Total"],
  ["2026-11-21 18:42", 1037, "Table 4", "1 × tom yum, 1 × green curry", 27.5],
  ["2026-11-21 19:10", 1038, "Takeaway", "3 × pad thai", 41.7],
  ["2026-11-21 20:05", 1039, "Table 2", "2 × set menu", 58],
  ["2026-11-22 12:31", 1040, "Table 9", "1 × papaya salad", 11.5],
  ["2026-11-22 13:02", 1041, "Takeaway", "2 × massaman, 2 × rice", 35.8],
];

const stock: CellValue[][] = [
  ["Item", "On hand", "Order again at"],
  ["Jasmine rice, 10 kg", 6, 3],
  ["Coconut milk, 24 tins", 4, 2],
  ["Takeaway boxes, 200", 2, 2],
];

const rota: CellValue[][] = [
  ["Day", "Kitchen", "Floor"],
  ["Friday", "Noi, Sam", "Ana, Lea"],
];

/** A small restaurant's Google account: a spreadsheet that is used with the app, and one that is none of its business. */
export function newAccount({ name, slug }: { name: string; slug: string }): SandboxAccountSeed {
  const emailAddress = `${slug}@gmail.com`;
  const spreadsheets = [
    {
      id: ordersId,
      data: file("Orders", "2026-11-22T13:02:11.000Z", true, [
        newTab("Orders"),
        { ...newTab("Stock"), sheetId: 1_204_467_311 },
      ]),
    },
    { id: rotaId, data: file("Staff rota", "2026-11-20T09:15:40.000Z", false, [newTab("November")]) },
  ];
  return {
    externalId: createPermissionId(slug),
    label: emailAddress,
    objects: [
      { kind: "person", id: "me", data: { displayName: name, emailAddress } },
      ...spreadsheets.map((spreadsheet) => ({ kind: "spreadsheet", ...spreadsheet })),
      ...orders.map((cells, row) => seedRow(ordersId, 0, row, cells)),
      ...stock.map((cells, row) => seedRow(ordersId, 1_204_467_311, row, cells)),
      ...rota.map((cells, row) => seedRow(rotaId, 0, row, cells)),
    ],
  };
}

function file(name: string, time: string, isOpenToApp: boolean, tabs: Spreadsheet["tabs"]): Spreadsheet {
  return {
    name,
    createdTime: "2026-09-01T08:00:00.000Z",
    modifiedTime: time,
    trashed: false,
    isOpenToApp,
    appProperties: {},
    tabs,
  };
}

/** Twenty digits, as Drive names people. */
function createPermissionId(slug: string): string {
  const digest = createHash("sha256").update(slug).digest("hex");
  return BigInt(`0x${digest}`).toString().slice(0, 20);
}
