import { env } from "#lib/env.ts";
import { testVendorContract } from "../conformance/vendor.ts";
import { readForm } from "../testing/read-form.ts";
import { mailchimp } from "./provider.ts";

testVendorContract(mailchimp, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  readMessage: (body) => readForm(new URLSearchParams(body)),
  // The webhooks that are there get another address.
  further: async ({ call }) => {
    const subscription = { url: `${env().APP_URL}/api/inbound/mailchimp/int_0123456789`, secret: "first" };
    await mailchimp.inbound.subscribe(call(), subscription);
    await mailchimp.inbound.subscribe(call(), { ...subscription, secret: "second" });
  },
  getKind: (message) => Object(message).type,
});
