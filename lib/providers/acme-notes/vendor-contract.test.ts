import { testVendorContract } from "../conformance/vendor.ts";
import { acmeNotes } from "./provider.ts";

testVendorContract(acmeNotes, { url: new URL("./testing/vendor-contract.json", import.meta.url) });
