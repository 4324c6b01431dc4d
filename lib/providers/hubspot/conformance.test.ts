import { testConformance } from "../conformance/suite.ts";
import { hubspot } from "./provider.ts";

testConformance(hubspot);
