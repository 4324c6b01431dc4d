import type { z } from "zod";
import { defineVerb } from "#lib/auth/verb.ts";
import { filePieces } from "#lib/csv/file-pieces.ts";
import type { FileCode } from "#lib/words/file-text.ts";
import { listSalesInput } from "../ledger-schema.ts";
import { readSales } from "../list-sales.ts";
import { readZone } from "../zone.ts";
import { amountCell, clockIn } from "./file-cells.ts";
import { listFile } from "./list-file.ts";

const salesFileInput = listSalesInput.omit({ limit: true, cursor: true });

/** What is told of a payment, beside what it counts for. */
const valueHeading: Record<z.output<typeof salesFileInput>["by"], readonly FileCode[]> = {
  all: [],
  product: ["file_product"],
  code: ["file_qr_code"],
  table: ["file_table"],
};

/** The payments behind a number of sales as a file, the newest first. */
export const getSalesFile = defineVerb({
  permission: "read",
  input: salesFileInput,
  output: filePieces,
  async run({ ctx, input: asked }) {
    const { name: zone } = await readZone(ctx.merchantId);
    const clock = clockIn(zone);
    return listFile(ctx, {
      zone,
      heading: [
        "file_paid_local",
        "file_paid_utc",
        "file_currency",
        "file_sales",
        "file_tips",
        "file_orders",
        "file_quantity",
        ...valueHeading[asked.by],
        "file_order",
        "file_payment",
      ],
      readPage: (page) => readSales(ctx, { ...asked, ...page }),
      readRows: (sale) => [
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
