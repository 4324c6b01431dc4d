import { testVendorContract } from "../conformance/vendor.ts";
import { readForm } from "../testing/read-form.ts";
import { mailchimp } from "./provider.ts";

testVendorContract(mailchimp, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  readMessage: (body) => readForm(new URLSearchParams(body)),
  kindOf: (message) => Object(message).type,
});
