import { FormMessages } from "../../_server/form-messages";

export default FormMessages;
