import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { qrDrawing } from "#components/qr/qr-drawing.ts";
import { PayLink } from "./pay-link.tsx";

test("what a guest scans, and what is opened for them, is the address of their own payment", () => {
  const url = "https://checkout.stripe.com/c/pay/cs_test_a1b2";
  const page = renderToStaticMarkup(
    createElement(PayLink, { url, providerName: "Stripe", amount: "€50.00" }),
  );
  expect(page).toContain(`<path d="${qrDrawing(url)?.path}"`);
  expect(page).toContain(`href="${url}"`);
  expect(page).toContain("€50.00");
});
