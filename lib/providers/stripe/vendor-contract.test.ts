import { testVendorContract } from "../conformance/vendor.ts";
import { stripe } from "./provider.ts";

testVendorContract(stripe, {
  url: new URL("./testing/vendor-contract.json", import.meta.url),
  getKind: (body) => Object(body).type,
});
