// What a host's own tests would have here: a started browser, and where the page is.
import { Session, WebDriver } from "selenium-webdriver";
import { Executor, HttpClient } from "selenium-webdriver/http/index.js";

const { DRIVER = "", SESSION = "", ADDRESS = "" } = process.env;
export const address = ADDRESS;
export const driver = new WebDriver(new Session(SESSION, {}), new Executor(new HttpClient(DRIVER)));
// The browser is its starter's to end.
driver.quit = async () => {};
