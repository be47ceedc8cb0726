import { explanationProperties } from "../support/explanation-properties.ts";

explanationProperties(40);
