import { testVendorContract } from "../conformance/vendor.ts";
import { sendgrid } from "./provider.ts";

testVendorContract(sendgrid, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  getKind: (events) => Object(events)[0]?.event,
});
