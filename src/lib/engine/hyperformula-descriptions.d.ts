/** What the library says of its functions, for help; the build knows where it lies. */
declare module 'hyperformula/descriptions' {
	interface Description {
		readonly category: string;
		readonly shortDescription: string;
		readonly parameters: readonly { readonly name: string; readonly description: string }[];
		readonly examples: readonly string[];
	}

	/** By the name of the function. */
	export const FUNCTION_DOCS: Readonly<Record<string, Description>>;
}
