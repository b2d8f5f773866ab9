import { conformityContract } from './conformity-contract.ts'
import { obligationContract } from './obligation-contract.ts'

/** What a window can ask of this area, one line per topic. */
export const complianceContract = {
  ...conformityContract,
  ...obligationContract,
}
