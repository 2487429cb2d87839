declare const WY_BUILD: string | undefined;

/** Changes with every change of the program; what was compiled by another build is compiled anew. */
export const BUILD: string = typeof WY_BUILD === 'undefined' ? 'unbuilt' : WY_BUILD;
