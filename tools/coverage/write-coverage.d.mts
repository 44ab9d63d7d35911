export interface Requirement { id: string; title: string; otherwise: string }
export interface TestResult { name: string; title?: string; file: string; status: string }
export function readRequirements(): Requirement[];
export function idsOf(name: string): string[];
export function coverageText(requirements: readonly Requirement[], tests: readonly TestResult[]): string;
export function writeCoverage(tests: readonly TestResult[]): boolean;
