figures <- read.csv("SOURCE", fileEncoding = "UTF-8-BOM")

# COMMENT
same <- c("report", "indicator", "unit", "kind")
done <- subset(figures, status == "actual", c(same, "period", "words"))
planned <- subset(figures, status == "target", c(same, "period", "words"))
both <- merge(done, planned, by = same, suffixes = c(".done", ".planned"))
print(both)
