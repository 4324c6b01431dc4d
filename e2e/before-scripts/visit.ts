import type { Page } from "@playwright/test";
import type { MerchantName } from "../merchants.ts";

/** A person on a page whose scripts are not there. */
export interface Visit {
  merchant: MerchantName;
  /** Only within a test: it is opened before the first. */
  readonly page: Page;
  open: (path: string) => Promise<unknown>;
  /** Presses the first button of that name, in a part of the page or anywhere. */
  press: (label: string | RegExp, place?: Pick<Page, "getByRole">) => Promise<void>;
}
