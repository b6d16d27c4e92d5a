/** Pages are plain HTML unless they say otherwise; `enhance` makes their forms swift (record 005). */
export const csr = false;
