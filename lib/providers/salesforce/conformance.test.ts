import { testConformance } from "../conformance/suite.ts";
import { salesforce } from "./provider.ts";

testConformance(salesforce);
