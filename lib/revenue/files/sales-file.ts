import { defineVerb } from "#lib/auth/verb.ts";
import { filePieces } from "#lib/csv/file-pieces.ts";
import { listSalesInput } from "../ledger-schema.ts";
import { readSales } from "../list-sales.ts";
import { readZone } from "../zone.ts";
import { amountCell, clockIn } from "./file-cells.ts";
import { listFile } from "./list-file.ts";

export const salesFileInput = listSalesInput.omit({ limit: true, cursor: true });

/** What is told of a payment, beside what it counts for. */
const valueHeading = { all: [], product: ["Product"], code: ["QR code"], table: ["Table"] };

/** The payments behind a number of sales as a file, the newest first. */
export const getSalesFile = defineVerb({
  permission: "read",
  input: salesFileInput,
  output: filePieces,
  async run({ ctx, input: asked }) {
    const { name: zone } = await readZone(ctx.merchantId);
    const clock = clockIn(zone);
    return listFile(ctx, {
      heading: [
        `Paid (${zone})`,
        "Paid (UTC)",
        "Currency",
        "Sales",
        "Tips",
        "Orders",
        "Quantity",
        ...valueHeading[asked.by],
        "Order",
        "Payment",
      ],
      readPage: (page) => readSales(ctx, { ...asked, ...page }),
      rowsOf: (sale) => [
        [
          clock(sale.paidAt),
          sale.paidAt,
          sale.currency,
          amountCell(sale.sales, sale.currency),
          amountCell(sale.tips, sale.currency),
          sale.orders,
          sale.quantity,
          ...valueHeading[asked.by].map(() => sale.value),
          sale.orderId,
          sale.chargeId,
        ],
      ],
    });
  },
});
