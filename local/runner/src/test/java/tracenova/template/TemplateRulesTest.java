package tracenova.template;

/// The rules of template.yaml. A method's name begins with the item of the checklist that it is; the rules stand
/// in one file per section of that list.
class TemplateRulesTest
        implements
            FunctionRules,
            RouteRules,
            ApiRules,
            StorageRules,
            DashboardRules,
            ScheduleRules,
            CostRules,
            PolicyRules,
            AlarmRules {}
