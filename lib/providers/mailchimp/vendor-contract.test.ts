import { env } from "#lib/env.ts";
import { testVendorContract } from "../conformance/vendor.ts";
import { readForm } from "../testing/read-form.ts";
import { mailchimp } from "./provider.ts";

testVendorContract(mailchimp, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  readMessage: (body) => readForm(new URLSearchParams(body)),
  // The webhooks that are there get another address.
  further: async ({ call }) => {
    const given = { url: `${env().APP_URL}/api/inbound/mailchimp/int_0123456789`, secret: "first" };
    await mailchimp.inbound.subscribe(call(), given);
    await mailchimp.inbound.subscribe(call(), { ...given, secret: "second" });
  },
  kindOf: (message) => Object(message).type,
});
