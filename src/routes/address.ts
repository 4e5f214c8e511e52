/** The parameters of the address as it stands: going back and forward leaves the router behind what was written here. */
export function readAddress(): URLSearchParams {
  return new URLSearchParams(location.search);
}
