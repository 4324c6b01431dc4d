import { testConformance } from "../conformance/suite.ts";
import { slack } from "./provider.ts";

testConformance(slack);
