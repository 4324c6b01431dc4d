import { expect, test } from "@playwright/test";
import { read } from "../ask.ts";
import type { Visit } from "./visit.ts";

/** Money is asked for, taken back, given back, and compared. */
export function testPayments(visit: Visit): void {
  const { open, press, merchant } = visit;

  /** Until it is done: on a busy machine the sandbox may answer too late, which the page says. */
  const pressUntil = (label: string, isDone: () => Promise<void>) =>
    expect(async () => {
      const button = visit.page.getByRole("button", { name: label }).first();
      if (await button.isVisible()) await button.click();
      await isDone();
    }).toPass({ timeout: 90_000 });
  const soon = { timeout: 12_000 };

  test("a payment link is made, shown as a QR code, and taken back", async () => {
    await open("/marketplace/stripe");
    await press("Connect Stripe Connect");
    await press("Allow");
    await expect(visit.page).toHaveURL(/\/marketplace\/stripe\?connected=/);

    await open("/payments/charges/new");
    await visit.page.getByLabel("Amount").fill("nothing");
    await visit.page.getByLabel("What it is for").fill("Table 4");
    await press("Make a payment link");
    await expect(visit.page.getByRole("alert").getByText("Enter an amount such as 12.50")).toBeVisible();
    await expect(visit.page.getByLabel("What it is for")).toHaveValue("Table 4");
    await visit.page.getByLabel("Amount").fill("12.50");
    await press("Make a payment link");
    await expect(visit.page).toHaveURL(/\/payments\/charges\/chg_\w+$/);
    await expect(
      visit.page.getByRole("img", { name: /^QR code of the page on which .*12\.50/ }),
    ).toBeVisible();
    await press("Cancel payment");
    await expect(visit.page.getByText("Nobody can pay this any more")).toBeVisible();
  });

  test("a payment is given back in part", async () => {
    const { data } = await read(visit.page, "/api/integrations?provider=stripe");
    // The same key is the same payment, however often it is asked for.
    const ask = () =>
      visit.page.request.post("/api/payments/charges", {
        headers: { origin: new URL(visit.page.url()).origin, "idempotency-key": `paid-${merchant}` },
        data: {
          integrationId: data[0].id,
          amount: 5_000,
          currency: "EUR",
          mode: "saved",
          paymentMethod: "pm_card_visa",
        },
      });
    let id = "";
    await expect(async () => {
      const charge = await (await ask()).json();
      expect(charge.status).toBe("succeeded");
      id = charge.id;
    }).toPass({ timeout: 90_000 });
    await open(`/payments/charges/${id}/refund`);
    await visit.page.getByLabel(/^How much/).fill("10");
    await press("Show what would happen");
    await press("Refund €10.00");
    await expect(visit.page).toHaveURL(new RegExp(`/payments/charges/${id}$`));
    await expect(visit.page.getByText("€10.00", { exact: true }).first()).toBeVisible();
  });

  test("an account is compared, and a period is chosen", async () => {
    await open("/payments/reconciliation");
    await pressUntil("Compare now", () =>
      expect(visit.page.getByText(/^Compared: /).first()).toBeVisible(soon),
    );
    await open("/payments");
    await visit.page.getByLabel("First day").fill("2026-01-02");
    await press("Show");
    await expect(visit.page).toHaveURL(/from=2026-01-02/);
  });
}
