import { testConformance } from "../conformance/suite.ts";
import { googleSheets } from "./provider.ts";

// A file that its owner has not shared is not there for us.
testConformance(googleSheets, { forbidden: "not_found" });
