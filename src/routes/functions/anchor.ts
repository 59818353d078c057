/** The place on the page that a function is linked by, such as `xlookup` and `beta.dist`. */
export function anchorOf(name: string): string {
	return name.toLowerCase();
}

/** The place of a group, which may be called as a function is: `text-functions`. */
export function anchorOfGroup(category: string): string {
	return `${category.toLowerCase().replaceAll(' ', '-')}-functions`;
}
