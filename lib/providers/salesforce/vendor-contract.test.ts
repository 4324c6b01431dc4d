import { testVendorContract } from "../conformance/vendor.ts";
import { salesforce } from "./provider.ts";

testVendorContract(salesforce, { url: new URL("./testing/vendor-contract.json", import.meta.url) });
